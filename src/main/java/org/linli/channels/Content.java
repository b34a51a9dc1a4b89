package org.linli.channels;

import org.jspecify.annotations.Nullable;

/// What a message carries. Platforms invent new kinds: what we do not know is [Unknown], never an error.
///
/// What is named `media` is the platform's id, by which the channel's [FetchMedia] gets the bytes; it may open them for
/// whoever knows it, and is not printed.
public sealed interface Content {

    /// Words as somebody typed or tapped them. Not trimmed, not checked, never printed.
    ///
    /// @param tapped whether the platform says that they were tapped in something we sent; `null` for not
    record Text(String text, @Nullable Boolean tapped) implements Content {

        public Text(String text) {
            this(text, null);
        }

        public boolean wasTapped() {
            return Boolean.TRUE.equals(tapped);
        }

        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /// @param url where it can be looked at, where the platform tells
    record Picture(String media, @Nullable String url) implements Content {
        @Override
        public String toString() {
            return "Picture[]";
        }
    }

    /// @param words what the platform understood; `null` where it does not listen
    record Voice(String media, @Nullable String words) implements Content {
        @Override
        public String toString() {
            return "Voice[]";
        }
    }

    record Video(String media) implements Content {
        @Override
        public String toString() {
            return "Video[]";
        }
    }

    /// @param name as the sender's device calls it, with its ending; may be empty or anything
    record File(String media, String name) implements Content {
        @Override
        public String toString() {
            return "File[]";
        }
    }

    /// @param latitude  degrees north
    /// @param longitude degrees east
    /// @param label     the platform's words for it, may be empty
    record Position(double latitude, double longitude, String label) implements Content {
        @Override
        public String toString() {
            return "Position[]";
        }
    }

    record Link(String title, String description, String url) implements Content {
        @Override
        public String toString() {
            return "Link[]";
        }
    }

    /// A menu entry or button whose key is ours.
    record Tapped(String key) implements Content {}

    /// Somebody began to follow the account; in a group: came into it.
    ///
    /// @param scene from which of our codes; `null` without one
    record Followed(@Nullable String scene) implements Content {}

    /// Somebody left: no answer can reach them; in a group: only there.
    record Left() implements Content {}

    /// @param scene from which of our codes
    record Scanned(String scene) implements Content {}

    /// Somebody allows us, or no longer allows us, to send one kind of letter (订阅消息授权).
    ///
    /// @param scene the platform's name for the kind: a template, a scene; as in [Allowance.Grant#scene]
    /// @param more  how many more may be sent; 0 when the person refused
    /// @param most  how many there can be in all: 1 where permissions do not add up, 0 takes all back
    record Permits(String scene, int more, int most) implements Content {}

    /// The platform, or the person's device, says how a letter sent earlier fares.
    ///
    /// @param receipt the platform id that [Channel#send] or [Way#send] returned
    /// @param detail  the platform's own words or code, as short as it gives them
    /// @param counts  of a message to many; `null` for all others
    record Delivered(
            String receipt,
            Stage stage,
            String detail,
            @Nullable Counts counts) implements Content {

        public Delivered(String receipt, Stage stage, String detail) {
            this(receipt, stage, detail, null);
        }

        public Delivered(String receipt, boolean arrived, String detail) {
            this(receipt, arrived ? Stage.ARRIVED : Stage.FAILED, detail);
        }

        /// How a message to many fared.
        ///
        /// @param total    whom it was for
        /// @param filtered of these, to whom it was to be sent after the platform left out some
        /// @param reached  of these, who got it
        /// @param missed   and who did not
        public record Counts(long total, long filtered, long reached, long missed) {}

        public boolean arrived() {
            return stage != Stage.FAILED;
        }

        /// In the order in which they follow each other.
        public enum Stage {
            /// A member of ours confirmed the task of sending it (成员确认).
            CONFIRMED,
            ARRIVED,
            SEEN,
            /// It did not arrive, or not at everybody.
            FAILED
        }
    }

    /// @param kind the platform's name for it
    record Unknown(String kind) implements Content {}
}
