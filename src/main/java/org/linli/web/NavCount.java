package org.linli.web;

import org.linli.community.StaffMember;
import reactor.core.publisher.Mono;

/// How much waits behind an entry of the navigation; a capability contributes it as a bean.
public interface NavCount {

    /// The path of the [NavItem] that it belongs to.
    String path();

    /// For this person. Zero or empty when nothing waits. May fail: then the navigation shows no number.
    Mono<Long> waiting(StaffMember member);
}
