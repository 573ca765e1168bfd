"""Reads texts with a spaCy model, for `npm run bench -- language`. One JSON object a line in, one a line out.

    python spacy_peer.py MODEL

{"do": "read", "documents": [{"text", "words", "starts"}]}: what the model says of each; with "words" ([start, end] of
each) and "starts" (the words that begin a sentence) it is handed these. {"do": "time", "texts": []}: how long it takes.
Offsets are UTF-16. The first line out says which model and components answer.
"""

import json
import resource
import sys
import time


def main():
    import spacy
    from spacy.tokens import Doc

    nlp = spacy.load(sys.argv[1])
    nlp.max_length = 10**8
    print(json.dumps({"version": spacy.__version__, "model": f"{nlp.meta['lang']}_{nlp.meta['name']}",
                      "components": nlp.pipe_names}), flush=True)  # fmt: skip
    for line in sys.stdin:
        request = json.loads(line)
        if request["do"] == "time":
            begun, before = time.perf_counter(), time.process_time()
            tokens = sum(len(document) for document in nlp.pipe(request["texts"]))
            answer = {"tokens": tokens, "processor": time.process_time() - before}
            answer["seconds"] = time.perf_counter() - begun
        else:
            answer = {"documents": [said(nlp(asked(d, nlp, Doc)), d["text"]) for d in request["documents"]]}
        answer["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps(answer), flush=True)


def points(text):
    """The code point that begins at each UTF-16 offset."""
    return {offset: point for point, offset in enumerate(units(text))}


def units(text):
    """The UTF-16 offset of each code point of a text, and of its end."""
    offsets, at = [], 0
    for character in text:
        offsets.append(at)
        at += 2 if ord(character) > 0xFFFF else 1
    return offsets + [at]


def asked(document, nlp, Doc):
    text = document["text"]
    if "words" not in document:
        return text
    point = points(text)
    places = [(point[start], point[end]) for start, end in document["words"]]
    nexts = [start for start, _ in places[1:]] + [None]
    doc = Doc(nlp.vocab, [text[s:e] for s, e in places], [next is not None and next > e for (_, e), next in zip(places, nexts)])
    doc.user_data["places"] = places
    begins = set(document["starts"])
    for token in doc:
        token.is_sent_start = token.i in begins
    return doc


def said(doc, text):
    offset = units(text)
    places = doc.user_data.get("places") or [(t.idx, t.idx + len(t)) for t in doc]
    place = lambda first, last: [offset[places[first][0]], offset[places[last - 1][1]]]
    words = [t for t in doc if not t.is_space]
    number = {t.i: at for at, t in enumerate(words)}
    return {
        "words": [
            [*place(t.i, t.i + 1), t.tag_, t.pos_, t.lemma_, -1 if t.head.i == t.i else number.get(t.head.i, -1), t.dep_]
            for t in words
        ],
        "sentences": [place(own[0].i, own[-1].i + 1) for own in ([t for t in s if not t.is_space] for s in doc.sents) if own],
        "names": [[*place(e.start, e.end), e.label_] for e in doc.ents],
    }


if __name__ == "__main__":
    main()
