package org.linli.rights.web;

import org.linli.platform.database.CommunityId;
import org.linli.rights.OwnDoors;
import org.linli.web.resident.Residence;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Lets people in who have a link of their own. A platform that looks ahead at links only sees a button: pressing it
/// opens, for the only time.
@Controller
class DoorPage {

    private static final String COMMUNITY = "[a-z][a-z0-9-]{0,31}";

    private final OwnDoors doors;
    private final Residence residence;

    DoorPage(OwnDoors doors, Residence residence) {
        this.doors = doors;
        this.residence = residence;
    }

    @GetMapping("/my/door/{community}/{secret}")
    Rendering door(@PathVariable String community, @PathVariable String secret) {
        return Rendering.view("rights/door")
                .modelAttribute("community", community)
                .modelAttribute("secret", secret)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /// Signals 404 for a link that is wrong, used or too old: the page says how to get another.
    @PostMapping("/my/door/{community}/{secret}")
    Mono<Rendering> enter(@PathVariable String community, @PathVariable String secret, ServerWebExchange exchange) {
        return Mono.just(community)
                .filter(it -> it.matches(COMMUNITY))
                .flatMap(it -> doors.open(new CommunityId(it), secret))
                .flatMap(person -> residence
                        .welcome(exchange, person)
                        .thenReturn(Rendering.redirectTo("/my/data").build()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
