package org.linli.cases;

import java.util.Set;
import org.linli.community.Role;

/// Where the page of a case leads besides; a capability above contributes it as a bean.
///
/// @param path    the case's number is put behind it, like `/desk/whistles?case=`
/// @param message the key of its words
/// @param roles   who sees it
public record CaseLink(String path, String message, Set<Role> roles) {

    public CaseLink {
        roles = Set.copyOf(roles);
    }
}
