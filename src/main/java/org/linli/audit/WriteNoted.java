package org.linli.audit;

import java.util.List;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts into the trail what others note.
@Component
@Order(60)
class WriteNoted implements WriteEffects<Noted> {

    private final AddEntries entries;

    WriteNoted(AddEntries entries) {
        this.entries = entries;
    }

    @Override
    public Class<Noted> kind() {
        return Noted.class;
    }

    @Override
    public Mono<Void> write(List<Noted> effects) {
        return entries.add(effects);
    }
}
