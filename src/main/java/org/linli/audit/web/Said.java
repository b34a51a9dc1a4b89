package org.linli.audit.web;

import java.util.List;

/// A piece of a line: words, or a name that stands for itself.
///
/// @param key  of words; where there are none, the text is shown
/// @param args numbers within the words
record Said(String key, List<String> args, String text) {

    static Said text(String text) {
        return new Said("", List.of(), text);
    }
}
