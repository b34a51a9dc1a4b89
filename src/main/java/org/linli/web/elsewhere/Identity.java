package org.linli.web.elsewhere;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.linli.community.Elsewhere;
import org.linli.platform.database.CommunityId;

/// Who somebody is elsewhere.
///
/// @param community whose people they keep there; `null`: any community's
/// @param subject   as staff pages have it
public record Identity(Elsewhere where, @Nullable CommunityId community, String subject) {

    public Predicate<CommunityId> mayBelongTo() {
        return it -> community == null || community.equals(it);
    }

    @Override
    public String toString() {
        return "Identity[" + where + "]";
    }
}
