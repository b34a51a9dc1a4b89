package org.linli.postroom.web;

import java.util.List;
import java.util.Map;
import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.AccountKind.Shape;
import org.linli.postroom.SetUpAccounts;

/// The form of an account as the page shows it: no secret is in it.
///
/// @param id      empty before it is made
/// @param version of the account that was looked at
public record SetUpForm(String channel, String id, String name, long version, List<Line> lines) {

    /// @param value of what is no secret
    /// @param kept  whether a secret is stored already
    /// @param fixed whether it is shown and cannot be changed
    /// @param spare whether nothing breaks without it
    public record Line(
            String name,
            Shape shape,
            boolean required,
            String value,
            boolean kept,
            boolean fixed,
            boolean wrong,
            boolean spare) {

        /// A stored secret that one may do without.
        public boolean isForgettable() {
            return kept && spare;
        }

        public boolean isTick() {
            return shape == Shape.TICK;
        }

        /// One that is left blank where there is nothing to say.
        public boolean isSpare() {
            return !kept && !required && !fixed && shape != Shape.TICK;
        }

        public String type() {
            return switch (shape) {
                case LINE, FIXED -> "text";
                case SECRET -> "password";
                case TICK -> "checkbox";
            };
        }
    }

    public boolean called() {
        return SetUpAccounts.isCalled(channel);
    }

    /// @param fields as typed or stored
    /// @param stored whether they are stored
    /// @param wrong  the name of a field; empty: none
    static List<Line> lines(AccountKind kind, Map<String, String> fields, boolean stored, String wrong) {
        return kind.fields().stream()
                .map(it -> new Line(
                        it.name(),
                        it.shape(),
                        it.required() && !stored,
                        it.isSecret() ? "" : fields.getOrDefault(it.name(), ""),
                        it.isSecret() && stored && fields.containsKey(it.name()),
                        it.shape() == Shape.FIXED && stored,
                        it.name().equals(wrong),
                        !it.required()))
                .toList();
    }
}
