package org.linli.dialogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Effect;

/// What a skill wants said and changed; all of it is committed together.
///
/// @param template a file in `templates/letters` for whoever asked; its key follows from the request's. Empty when
///                 nothing is to be said
/// @param facts    what that template fills in
/// @param effects  changes, and letters to others
/// @param about    the number of the case of which neighbours may say "mine too", or more of an emergency; `null` where
///                 there is none
public record Answer(
        String template,
        Map<String, String> facts,
        List<Effect> effects,
        @Nullable String about) {

    public Answer {
        facts = Map.copyOf(facts);
        effects = List.copyOf(effects);
    }

    public Answer(String template, Map<String, String> facts, List<Effect> effects) {
        this(template, facts, effects, null);
    }

    /// The same, with one more change.
    public Answer with(Effect more) {
        return new Answer(
                template,
                facts,
                Stream.concat(effects.stream(), Stream.of(more)).toList(),
                about);
    }

    public static Answer saying(String template, Map<String, String> facts) {
        return new Answer(template, facts, List.of());
    }
}
