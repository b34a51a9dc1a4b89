package org.linli.web;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import org.linli.community.StaffMember;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// Whom a session belongs to; kept in Redis, so only names.
record StaffPrincipal(String community, String staff) implements Principal, Serializable {

    /// What a session keeps of whoever has just signed in.
    static Authentication signedIn(StaffMember member, String authority) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new StaffPrincipal(member.community().value(), member.id()),
                null,
                List.of(new SimpleGrantedAuthority(authority)));
    }

    @Override
    public String getName() {
        return staff + "@" + community;
    }
}
