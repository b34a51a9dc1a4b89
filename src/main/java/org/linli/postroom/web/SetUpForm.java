package org.linli.postroom.web;

import java.util.List;
import java.util.Map;
import org.linli.channels.kept.AccountKind;

/// The form of an account as the page shows it: no secret is in it.
///
/// @param id      empty before it is made
/// @param version of the account that was looked at
public record SetUpForm(String channel, String id, String name, long version, List<Line> lines) {

    /// @param value of what is no secret
    /// @param kept  whether a secret is stored already
    public record Line(String name, boolean secret, boolean required, String value, boolean kept, boolean wrong) {}

    /// @param fields as typed or stored
    /// @param stored whether they are stored
    /// @param wrong  the name of a field; empty: none
    static List<Line> lines(AccountKind kind, Map<String, String> fields, boolean stored, String wrong) {
        return kind.fields().stream()
                .map(it -> new Line(
                        it.name(),
                        it.secret(),
                        it.required() && !stored,
                        it.secret() ? "" : fields.getOrDefault(it.name(), ""),
                        it.secret() && stored && fields.containsKey(it.name()),
                        it.name().equals(wrong)))
                .toList();
    }
}
