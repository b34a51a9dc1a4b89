package org.linli.dialogue.asking;

import org.linli.community.Located;
import org.linli.community.Place;
import org.linli.dialogue.talk.Form;

/// What a message is to the question that was asked.
public sealed interface Reading {

    /// It answers it.
    record Filled(Form form) implements Reading {}

    /// It tells more, but not what was asked for.
    record More(Form form) implements Reading {}

    /// It names a place, but not one.
    record Unclear(Located why) implements Reading {}

    /// "5楼", where it may be the fifth storey as well as a building.
    record StoreyOrBuilding(String number, Place building) implements Reading {}

    /// "No, not where I live": an answer that leads to the next question.
    record Denied() implements Reading {}

    /// It is about something else.
    record OtherSubject() implements Reading {}

    /// It is no answer.
    record NoAnswer() implements Reading {}
}
