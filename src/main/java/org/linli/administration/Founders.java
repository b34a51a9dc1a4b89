package org.linli.administration;

import java.util.Set;
import org.linli.community.StaffMember;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The administrators of the installation: whoever runs the machines names them by `linli.installation.administrators`,
/// as `chen@lm`. Nobody can be made one from a page. Suspended in their own community they are none.
@Component
class Founders {

    private final Set<String> named;

    Founders(@Value("${linli.installation.administrators:}") Set<String> named) {
        this.named = Set.copyOf(named);
    }

    boolean has(StaffMember it) {
        return AsAdministrator.MAY.contains(it.role()) && named.contains(it.id() + "@" + it.community());
    }
}
