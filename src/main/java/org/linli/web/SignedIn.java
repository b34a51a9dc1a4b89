package org.linli.web;

import java.util.Optional;
import org.linli.community.Communities;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Tells pages who is signed in.
@Component
public class SignedIn {

    private final Communities communities;

    SignedIn(Communities communities) {
        this.communities = communities;
    }

    /// The staff member as of the last import, so that a changed role counts at once. Empty when nobody is signed in.
    public Mono<StaffMember> member() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .flatMap(this::member);
    }

    /// The same for pages of administration. Never empty: signals [ForAdministrators] to other staff, and 404 where
    /// nobody is signed in, who was asked to before.
    public Mono<StaffMember> administrator() {
        return member().switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .filter(it -> it.role() == Role.ADMIN)
                .switchIfEmpty(Mono.error(ForAdministrators::new));
    }

    /// Whoever has shown a password and still has this to do; empty for everybody else.
    Mono<StaffMember> halfway(Unfinished left) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .filter(who -> Unfinished.of(who).equals(Optional.of(left)))
                .flatMap(this::member);
    }

    Mono<StaffMember> member(Authentication authentication) {
        return Mono.just(authentication)
                .filter(it -> it.getPrincipal() instanceof StaffPrincipal)
                .flatMap(it -> member((StaffPrincipal) it.getPrincipal()));
    }

    private Mono<StaffMember> member(StaffPrincipal principal) {
        return communities
                .map(new CommunityId(principal.community()))
                .flatMap(map -> Mono.justOrEmpty(map.staffMember(principal.staff())));
    }
}
