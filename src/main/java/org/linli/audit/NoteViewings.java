package org.linli.audit;

import java.util.List;
import org.linli.community.ResidentViewed;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Notes whose personal data were seen, beside the list that the person's page shows.
@Component
@Order(61)
class NoteViewings implements WriteEffects<ResidentViewed> {

    private final AddEntries entries;

    NoteViewings(AddEntries entries) {
        this.entries = entries;
    }

    @Override
    public Class<ResidentViewed> kind() {
        return ResidentViewed.class;
    }

    @Override
    public Mono<Void> write(List<ResidentViewed> effects) {
        return entries.add(effects.stream().map(NoteViewings::noted).toList());
    }

    private static Noted noted(ResidentViewed it) {
        return new Noted(it.community(), it.staff(), Noted.Kind.LOOKED, it.resident(), it.why(), it.at());
    }
}
