package org.linli.standin;

import java.util.List;
import java.util.Optional;

/// One platform, played. State is in memory and gone with the program; every method may be called from any thread and
/// may block.
public interface StandIn {

    /// Part of the page's address and of the keys of its words: `wechat`.
    String id();

    /// What the platform answers to a call of ours.
    Told answer(Asked call);

    /// How the platform says that it refuses, with this code.
    Told refusal(long code);

    /// Who can be played, in a fixed order.
    List<Person> people();

    /// What people can do: each one's words are `stand-in.<id>.act.<act>`.
    List<String> acts();

    /// Does it in that person's name; our program hears of it as it would from the platform.
    ///
    /// @param person one of [#people], or a new one
    /// @param act    one of [#acts]
    /// @param text   what the act needs: words, a key, a scene; may be empty
    void play(String person, String act, String text);

    /// What our program uploaded, to be looked at. Empty where there is none with this id.
    default Optional<Told> picture(String id) {
        return Optional.empty();
    }

    /// Calls our program once more, as it was called last. Does nothing before the first time.
    void repeat();
}
