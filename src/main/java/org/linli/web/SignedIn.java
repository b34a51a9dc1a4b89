package org.linli.web;

import java.util.Optional;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
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
