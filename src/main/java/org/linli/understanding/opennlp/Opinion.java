package org.linli.understanding.opennlp;

import org.linli.understanding.Intent;
import org.linli.understanding.examples.Example;

/// What is learnt from the examples: three questions, each with an answer for an example, empty where it says nothing.
enum Opinion {

    /// Which label.
    LABEL {
        @Override
        String of(Example it) {
            return it.label();
        }
    },

    /// Whether it opens a case at all.
    CASE {
        @Override
        String of(Example it) {
            return new Intent(it.label()).opensCase() ? YES : NO;
        }
    },

    /// Whether it is an emergency or chatter: reports would only teach it to be slow.
    ALARM {
        @Override
        String of(Example it) {
            var intent = new Intent(it.label());
            return intent.equals(Intent.EMERGENCY) ? YES : intent.equals(Intent.CHATTER) ? NO : "";
        }
    };

    static final String YES = "yes";
    static final String NO = "no";

    abstract String of(Example it);
}
