package org.linli.web;

import java.util.Set;
import org.linli.community.Role;

/// One entry of the staff's navigation; a capability contributes it as a bean.
///
/// @param path    where it leads, like `/desk`
/// @param message the key of its words
/// @param icon    a symbol of `/web/icons.svg`, like `inbox`
/// @param order   smaller ones come first; from 60 on it is not for every day and waits behind one word
/// @param roles   who sees it
public record NavItem(String path, String message, String icon, int order, Set<Role> roles) {

    private static final int SELDOM = 60;

    public NavItem {
        roles = Set.copyOf(roles);
    }

    /// Seen by all staff.
    public NavItem(String path, String message, String icon, int order) {
        this(path, message, icon, order, Set.of(Role.values()));
    }

    boolean isSeldom() {
        return order >= SELDOM;
    }
}
