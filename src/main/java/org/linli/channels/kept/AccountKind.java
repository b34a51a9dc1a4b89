package org.linli.channels.kept;

import java.util.List;
import java.util.Optional;
import org.linli.channels.ChannelId;

/// What has to be known of an account on one channel, for the page on which it is made. An adapter implements it beside
/// its channel.
public interface AccountKind {

    /// @param name     like `app-id`; the words for people are `channels.field.{name}`
    /// @param secret   is never shown again
    /// @param required whether nothing works without it
    record Field(String name, boolean secret, boolean required) {

        public static Field open(String name) {
            return new Field(name, false, true);
        }

        public static Field secret(String name) {
            return new Field(name, true, true);
        }

        /// A secret that one may leave blank.
        public static Field spare(String name) {
            return new Field(name, true, false);
        }
    }

    ChannelId channel();

    /// In the order in which the platform's console shows them.
    List<Field> fields();

    /// Makes of it what the adapter works with.
    ///
    /// @throws IllegalArgumentException naming the wrong field first, and no value
    void read(KeptAccount account);

    /// The name of a field that is missing or wrong; empty where all are right.
    default Optional<String> wrong(KeptAccount account) {
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
