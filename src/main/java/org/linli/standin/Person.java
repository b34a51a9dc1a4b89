package org.linli.standin;

import java.util.List;

/// Somebody at a platform, as a developer plays them.
///
/// @param id    the platform's own, like an openid
/// @param here  whether our messages reach them now
/// @param talk  what they see of their talk with us, oldest first
public record Person(String id, String name, boolean here, List<Line> talk) {

    /// @param act     of [StandIn#acts] what they did; empty for what they were told
    /// @param choices what they may tap instead of writing
    /// @param picture by which [StandIn#picture] gives out what is shown; empty for words
    /// @param by      who else than our account said it, the end of a key of words: `bot`; mostly empty
    public record Line(String act, String text, List<String> choices, String picture, String by) {

        public Line {
            choices = List.copyOf(choices);
        }

        public Line(String act, String text, List<String> choices) {
            this(act, text, choices, "", "");
        }

        public static Line showing(String picture) {
            return showing("", picture);
        }

        /// Shown in a group by somebody else than our account.
        public static Line showing(String by, String picture) {
            return new Line("", "", List.of(), picture, by);
        }

        /// Said in a group by somebody else than our account.
        public static Line by(String who, String text) {
            return new Line("", text, List.of(), "", who);
        }
    }

    public Person {
        talk = List.copyOf(talk);
    }
}
