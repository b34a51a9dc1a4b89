package org.linli.notices.web;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.linli.notices.Invitation;

/// How many places an activity has, as somebody wrote it in a field; may be nonsense.
record SaidPlaces(@Nullable String field) {

    boolean isEmpty() {
        return NoticeForm.said(field).isEmpty();
    }

    /// Empty for what is no number, and for more than there can be.
    OptionalInt number() {
        String said = NoticeForm.said(field);
        int number = said.matches("[0-9]{1,5}") ? Integer.parseInt(said) : Integer.MAX_VALUE;
        return number > Invitation.MOST ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
