package org.linli.postroom.web;

import org.jspecify.annotations.Nullable;

/// What is to be done to a tag, as a form hands it in.
///
/// @param act   `create`, `rename`, `delete`, `fill`, `take` or `empty`
/// @param place of those who get it or lose it, as [org.linli.postroom.ManyPeople.Many#chosen]
/// @param sure  `true` where it was ticked
record TagForm(
        @Nullable String act,
        @Nullable Long tag,
        @Nullable String name,
        @Nullable String place,
        @Nullable Boolean sure) {

    /// The platform's page "创建标签".
    private static final int LONGEST_NAME = 30;

    String what() {
        return act == null ? "" : act;
    }

    long which() {
        return tag == null ? 0 : tag;
    }

    /// Empty where it is none.
    String called() {
        String plain = name == null ? "" : name.strip().replaceAll("\\p{Cntrl}", "");
        return plain.codePointCount(0, plain.length()) > LONGEST_NAME ? "" : plain;
    }

    String from() {
        return place == null ? "" : place;
    }

    boolean isSure() {
        return Boolean.TRUE.equals(sure);
    }
}
