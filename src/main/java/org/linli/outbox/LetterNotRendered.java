package org.linli.outbox;

/// The words for a letter are missing or broken: somebody has to look at the template.
public final class LetterNotRendered extends RuntimeException {

    LetterNotRendered(String what) {
        super(what);
    }
}
