package org.linli.understanding.opennlp;

import org.linli.understanding.Intent;

/// What is learnt from the examples: some questions, each with an answer for a label, empty where it says nothing.
enum Opinion {

    /// Which label.
    LABEL {
        @Override
        String of(String label, Scope scope) {
            return label;
        }
    },

    /// Whether it opens a case at all.
    CASE {
        @Override
        String of(String label, Scope scope) {
            return scope.isOurs() ? answer(new Intent(label).opensCase()) : "";
        }
    },

    /// Whether it is worth a word or outside our scope: what lies between would only teach it to be slow.
    WORTH {
        @Override
        String of(String label, Scope scope) {
            return scope.worthy(label) ? YES : label.equals(scope.outside()) ? NO : "";
        }
    },

    /// Whether it is an emergency or chatter.
    ALARM {
        @Override
        String of(String label, Scope scope) {
            boolean emergency = label.equals(Intent.EMERGENCY.label());
            return !scope.isOurs() ? "" : emergency ? YES : label.equals(scope.outside()) ? NO : "";
        }
    };

    static final String YES = "yes";
    static final String NO = "no";

    abstract String of(String label, Scope scope);

    private static String answer(boolean yes) {
        return yes ? YES : NO;
    }
}
