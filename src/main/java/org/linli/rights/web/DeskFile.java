package org.linli.rights.web;

import java.time.Clock;
import java.util.List;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.linli.rights.PackPerson;
import org.linli.rights.PackedFile;
import org.linli.rights.ShowPerson;
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
    private final ShowPerson show;
    private final PackPerson pack;
    private final Effects effects;
    private final Clock clock;

    DeskFile(
            AtRightsDesk desk,
            Communities communities,
            ShowPerson show,
            PackPerson pack,
            Effects effects,
            Clock clock) {
        this.desk = desk;
        this.communities = communities;
        this.show = show;
        this.pack = pack;
        this.effects = effects;
        this.clock = clock;
    }

    /// Signals 404 where there is nobody with this id.
    @PostMapping(RightsDesk.PAGE + "/file")
    Mono<ResponseEntity<Flux<DataBuffer>>> file(RightsDesk.Form form) {
        return desk.member()
                .flatMap(by -> communities.map(by.community()).flatMap(map -> packed(by, map, form.id())))
                .flatMap(zip -> Download.zip("data.zip", zip))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /// Noted before it is handed out.
    private Mono<PackedFile> packed(StaffMember by, CommunityMap map, String resident) {
        return pack.zip(show.residentWithFiles(map.id(), resident), map, clock.instant())
                .delayUntil(_ -> effects.commit(List.of(taken(by, resident))));
    }

    private Noted taken(StaffMember by, String resident) {
        return new Noted(by.community(), by.id(), Noted.Kind.EXPORTED, resident, "rights", clock.instant());
    }
}
