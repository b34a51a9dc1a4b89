package org.linli.platform.words;

/// A file of words cannot be used. The message continues the file's name: `, line 4: why`.
final class BrokenWords extends RuntimeException {

    BrokenWords(int line, String why) {
        super(", line %d: %s".formatted(line, why), null, false, false);
    }

    BrokenWords(String why) {
        super(": " + why, null, false, false);
    }
}
