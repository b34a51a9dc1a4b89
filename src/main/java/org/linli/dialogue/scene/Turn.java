package org.linli.dialogue.scene;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.dialogue.talk.Conversation;

/// What happens next in a talk, in order, and what is remembered of it.
public record Turn(Conversation next, List<Act> acts) {

    public Turn {
        acts = List.copyOf(acts);
    }

    public static Turn silent(Conversation next) {
        return new Turn(next, List.of());
    }

    public Turn with(Conversation later) {
        return new Turn(later, acts);
    }

    public Turn then(Act act) {
        return new Turn(next, Conversation.plus(acts, act));
    }

    public Turn thenAll(List<? extends Act> more) {
        return new Turn(next, Stream.concat(acts.stream(), more.stream()).toList());
    }

    public Turn say(String template, Map<String, String> facts) {
        return then(new Act.Say(template, facts));
    }

    public Turn say(String template) {
        return say(template, Map.of());
    }
}
