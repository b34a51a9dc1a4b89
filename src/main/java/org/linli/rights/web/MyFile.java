package org.linli.rights.web;

import java.time.Clock;
import org.linli.channels.Account;
import org.linli.community.Communities;
import org.linli.rights.Download;
import org.linli.rights.PackPerson;
import org.linli.rights.PackedFile;
import org.linli.rights.ShowPerson;
import org.linli.web.resident.Residence;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Hands people what is kept of them.
@Controller
class MyFile {

    private final Residence residence;
    private final Communities communities;
    private final ShowPerson show;
    private final PackPerson pack;
    private final Clock clock;

    MyFile(Residence residence, Communities communities, ShowPerson show, PackPerson pack, Clock clock) {
        this.residence = residence;
        this.communities = communities;
        this.show = show;
        this.pack = pack;
        this.clock = clock;
    }

    /// Signals 404 to whoever is not known.
    @GetMapping("/my/data/file")
    Mono<ResponseEntity<Flux<DataBuffer>>> file(ServerHttpRequest request) {
        return residence
                .person(request)
                .flatMap(this::packed)
                .flatMap(zip -> Download.zip("my-data.zip", zip))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<PackedFile> packed(Account.Person person) {
        return communities
                .map(person.community())
                .flatMap(map -> pack.zip(show.withFiles(person.community(), person.address()), map, clock.instant()));
    }
}
