package org.linli.community.personnel;

import java.util.Set;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The administrators of the installation: whoever runs the machines names them by `linli.installation.administrators`,
/// as `chen@lm`. Nobody can be made one from a page, and nobody but one of them decides how one of them signs in.
/// Suspended in their own community they are none.
@Component
public class Founders {

    private final Set<String> named;

    Founders(@Value("${linli.installation.administrators:}") Set<String> named) {
        this.named = Set.copyOf(named);
    }

    public boolean has(StaffMember it) {
        return it.role() == Role.ADMIN && isNamed(it, it.id());
    }

    /// Whether it is theirs to change who somebody of their community is: of who is named, only a founder's.
    public boolean mayChange(StaffMember by, String id) {
        return !isNamed(by, id) || has(by);
    }

    private boolean isNamed(StaffMember of, String id) {
        return named.contains(id + "@" + of.community());
    }
}
