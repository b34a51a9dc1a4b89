package org.linli.dialogue.turns;

import java.util.HashMap;
import java.util.List;
import org.linli.channels.Inbound;
import org.linli.channels.Outbound;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effect;

/// Lets each letter into a group know which message there it answers. Pure.
final class Answering {

    private Answering() {}

    static List<Effect> in(Inbound message, List<Effect> changes) {
        return message.group() == null
                ? changes
                : changes.stream().map(it -> answering(message, it)).toList();
    }

    private static Effect answering(Inbound message, Effect change) {
        return change instanceof Letter letter && letter.to().equals(message.group())
                ? answering(message, letter)
                : change;
    }

    private static Letter answering(Inbound message, Letter letter) {
        var facts = new HashMap<>(letter.facts());
        facts.put(Outbound.ANSWERS, message.platformId());
        return letter.with(facts);
    }
}
