package org.linli.channels.kept;

import java.util.List;
import java.util.Optional;
import org.linli.channels.ChannelId;

/// What has to be known of an account on one channel, for the page on which it is made. An adapter implements it beside
/// its channel.
public interface AccountKind {

    /// @param name     like `app-id`; the words for people are `channels.field.{name}`
    /// @param required whether nothing works without it
    record Field(String name, Shape shape, boolean required) {

        public static Field open(String name) {
            return new Field(name, Shape.LINE, true);
        }

        public static Field fixed(String name) {
            return new Field(name, Shape.FIXED, true);
        }

        public static Field secret(String name) {
            return new Field(name, Shape.SECRET, true);
        }

        /// One that one may leave blank.
        public static Field optional(String name) {
            return new Field(name, Shape.LINE, false);
        }

        /// A secret that one may leave blank.
        public static Field spare(String name) {
            return new Field(name, Shape.SECRET, false);
        }

        /// `yes`, or left blank.
        public static Field tick(String name) {
            return new Field(name, Shape.TICK, false);
        }

        public boolean isSecret() {
            return shape == Shape.SECRET;
        }
    }

    /// How a field is filled in.
    enum Shape {
        LINE,
        /// Says which account of the platform's it is. Another is made anew, under an id of its own, so that nothing is
        /// read on from where the former one was read to.
        FIXED,
        /// Never shown again.
        SECRET,
        TICK
    }

    ChannelId channel();

    /// In the order in which the platform's console shows them.
    List<Field> fields();

    /// Whether it can be made here: some need what only the settings of the installation can name.
    default boolean isOffered() {
        return true;
    }

    /// Makes of it what the adapter works with.
    ///
    /// @throws IllegalArgumentException naming the wrong field first, and no value
    void read(KeptAccount account);

    /// The name of a field that is missing or wrong; empty where all are right.
    default Optional<String> wrong(KeptAccount account) {
        return misread(account);
    }

    /// The same for one that is to take the place of another.
    default Optional<String> wrong(KeptAccount before, KeptAccount after) {
        return fields().stream()
                .filter(it -> it.shape() == Shape.FIXED)
                .map(Field::name)
                .filter(it -> !before.field(it).equals(after.field(it)))
                .findFirst()
                .or(() -> wrong(after));
    }

    /// What [#read] finds wrong, whatever else the kind asks for.
    default Optional<String> misread(KeptAccount account) {
        try {
            read(account);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            String said = String.valueOf(wrong.getMessage());
            return fields().stream()
                    .map(Field::name)
                    .filter(it -> said.startsWith(it + " "))
                    .findFirst()
                    .or(() -> Optional.of(fields().getFirst().name()));
        }
    }
}
