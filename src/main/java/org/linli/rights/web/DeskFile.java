package org.linli.rights.web;

import org.linli.community.Communities;
import org.linli.rights.Download;
import org.linli.rights.TakeOutFile;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Hands staff the file of somebody who asked for it on paper; who took out whose stands in the trail.
@Controller
class DeskFile {

    private final AtRightsDesk desk;
    private final Communities communities;
    private final TakeOutFile takeOut;

    DeskFile(AtRightsDesk desk, Communities communities, TakeOutFile takeOut) {
        this.desk = desk;
        this.communities = communities;
        this.takeOut = takeOut;
    }

    /// Signals 404 where there is nobody with this id.
    @PostMapping(RightsDesk.PAGE + "/file")
    Mono<ResponseEntity<Flux<DataBuffer>>> file(RightsDesk.Form form) {
        return desk.member()
                .flatMap(by -> communities.map(by.community()).flatMap(map -> takeOut.of(by, map, form.id())))
                .flatMap(zip -> Download.zip("data.zip", zip))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
