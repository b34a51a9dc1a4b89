package org.linli.channels;

import java.util.Map;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Flux;

/// Forms of a platform's own, which it approves before letters may fill them (模板审核). An adapter whose platform has
/// such forms implements it beside its [Way]s.
public interface Approvals {

    /// What keeps such a letter from filling the forms that were chosen for it, in each of the community's accounts.
    /// Asks the platform now and then. Empty where nothing does, and where no form was chosen. Never an error.
    ///
    /// @param letter the letter's template, like `notice`
    /// @param facts  what it tells
    Flux<Refused> refused(CommunityId community, String letter, Map<String, String> facts);

    /// Where something is wrong.
    ///
    /// @param way     the [Way#id]
    /// @param account our name for it
    /// @param form    the platform's id
    /// @param field   the form's; empty where it is about the whole form
    record Refused(Why why, String way, String account, String form, String field) {}

    enum Why {
        /// The platform lists no such form for the account: not approved, or taken away.
        NOT_APPROVED,
        /// The approved form has no such field.
        NO_SUCH_FIELD,
        /// The approved form wants this field, and nobody said what goes into it.
        FIELD_LEFT_OUT,
        /// What goes into this field would be nothing.
        FIELD_EMPTY,
        /// The platform did not say, and never has.
        NOT_KNOWN
    }
}
