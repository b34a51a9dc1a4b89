package org.linli.rights;

import java.time.Clock;
import java.util.List;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes out the file of somebody who asked for it on paper; who took out whose stands in the trail.
@Service
public class TakeOutFile {

    private final ShowPerson show;
    private final PackPerson pack;
    private final Effects effects;
    private final Clock clock;

    TakeOutFile(ShowPerson show, PackPerson pack, Effects effects, Clock clock) {
        this.show = show;
        this.pack = pack;
        this.effects = effects;
        this.clock = clock;
    }

    /// Noted before it is handed out; whoever takes it closes it. One that cannot be noted is closed here.
    /// Empty where there is nobody with this id.
    public Mono<PackedFile> of(StaffMember by, CommunityMap map, String resident) {
        return Mono.usingWhen(
                pack.zip(show.residentWithFiles(map.id(), resident), map, clock.instant()),
                zip -> effects.commit(List.of(taken(by, resident))).thenReturn(zip),
                _ -> Mono.empty(),
                (zip, _) -> PackPerson.closed(zip),
                PackPerson::closed);
    }

    private Noted taken(StaffMember by, String resident) {
        return new Noted(by.community(), by.id(), Noted.Kind.EXPORTED, resident, "rights", clock.instant());
    }
}
