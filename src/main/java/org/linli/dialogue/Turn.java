package org.linli.dialogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What happens next in a talk, in order, and what is remembered of it.
record Turn(Conversation next, List<Act> acts) {

    Turn {
        acts = List.copyOf(acts);
    }

    static Turn silent(Conversation next) {
        return new Turn(next, List.of());
    }

    Turn with(Conversation later) {
        return new Turn(later, acts);
    }

    Turn then(Act act) {
        return new Turn(next, Conversation.plus(acts, act));
    }

    Turn thenAll(List<? extends Act> more) {
        return new Turn(next, Stream.concat(acts.stream(), more.stream()).toList());
    }

    Turn say(String template, Map<String, String> facts) {
        return then(new Act.Say(template, facts));
    }

    Turn say(String template) {
        return say(template, Map.of());
    }
}
