import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import type { ReadingAtWork } from './use-reading.js';

const accepted = '.txt,.text,.md,.html,.htm,.json,.jsonl,.ndjson,text/plain,text/html,application/json';

interface Props {
  readonly isOpen: boolean;
  readonly reading: ReadingAtWork;
  readonly onClose: () => void;
}

export function ReadDialog({ isOpen, reading, onClose }: Props) {
  const close = () => {
    reading.forget();
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title="Read a report"
      size={640}
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ReadForm reading={reading} />
    </Modal>
  );
}

function ReadForm({ reading }: { reading: ReadingAtWork }) {
  const [text, setText] = useState('');
  const [title, setTitle] = useState('');
  const [outlet, setOutlet] = useState('');
  const [published, setPublished] = useState('');
  const files = useRef<HTMLInputElement>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const known = Object.entries({ title, outlet, published }).filter(([, value]) => value.trim() !== '');
    reading.readPasted({ text, ...Object.fromEntries(known) });
  };
  return (
    <form className="read-form" onSubmit={submit}>
      <Textarea
        label="The text as it was published"
        placeholder="Paste a news report here"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={8}
        maxRows={14}
        data-autofocus
      />
      <div className="read-known">
        <TextInput
          className="read-title"
          label="Title"
          placeholder="Not needed"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label="Outlet"
          placeholder="Not needed"
          value={outlet}
          onChange={(event) => setOutlet(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="Published on"
          value={published}
          onChange={(event) => setPublished(event.currentTarget.value)}
        />
      </div>
      <p className="hint">
        “Last Friday” is counted back from the day of publication. Without one, the dateline is tried.
      </p>
      <ReadErrors errors={reading.errors} />
      <div className="read-actions">
        <p className="hint">
          Or{' '}
          <button
            type="button"
            className="link"
            onClick={() => files.current?.click()}
            disabled={reading.isBusy}
          >
            choose files
          </button>
          , or drop them anywhere on the page: text, HTML, JSON, JSON lines.
        </p>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          accept={accepted}
          aria-label="Files to read"
          onChange={(event) => {
            reading.readFiles([...(event.currentTarget.files ?? [])], published || undefined);
            event.currentTarget.value = '';
          }}
        />
        <Button type="submit" disabled={text.trim() === ''} loading={reading.isBusy}>
          Read it
        </Button>
      </div>
      <p className="hint" role="status">
        {reading.progress}
      </p>
    </form>
  );
}

function ReadErrors({ errors }: Pick<ReadingAtWork, 'errors'>) {
  if (errors.length === 0) return null;
  return (
    <ul className="read-errors" role="alert">
      {errors.map((error) => (
        <li key={`${error.source} ${error.message}`}>
          <strong>{error.source}</strong>: {error.message}
        </li>
      ))}
    </ul>
  );
}
