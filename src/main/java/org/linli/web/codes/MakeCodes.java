package org.linli.web.codes;

import java.util.List;
import org.linli.channels.Account;
import org.linli.channels.SceneCodes;
import org.linli.community.CommunityMap;
import org.linli.community.Doorplate;
import org.linli.community.Place;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Makes the codes of a compound, by which residents reach us and tell where they live.
@Service
public class MakeCodes {

    private static final int AT_ONCE = 4;

    /// @param content what the code says, an address of the platform
    public record Code(Place place, String content) {}

    private record Source(SceneCodes codes, Account account) {

        Mono<Code> of(Place place) {
            return Mono.justOrEmpty(Doorplate.scene(place))
                    .flatMap(scene -> codes.content(account, scene))
                    .map(content -> new Code(place, content));
        }
    }

    private final List<SceneCodes> codes;

    MakeCodes(List<SceneCodes> codes) {
        this.codes = List.copyOf(codes);
    }

    /// One for each building and each unit, in the order of the community's file. Empty where the community has no
    /// account that makes codes. Signals [org.linli.channels.SendFailure] where the platform makes none now.
    public Flux<Code> of(CommunityMap map, Place compound) {
        return Flux.fromIterable(codes)
                .concatMap(from -> from.accounts(map.id()).map(account -> new Source(from, account)))
                .next()
                .flatMapMany(source -> Flux.fromIterable(homes(map, compound)).flatMapSequential(source::of, AT_ONCE));
    }

    /// Places that have a sheet of codes, in the order of the community's file.
    public static List<Place> compounds(CommunityMap map) {
        return map.places().stream()
                .filter(it -> it.kind() == Place.Kind.COMPOUND)
                .toList();
    }

    private static List<Place> homes(CommunityMap map, Place compound) {
        return map.within(compound).stream()
                .filter(map::isOpen)
                .filter(it -> it.kind() == Place.Kind.BUILDING || it.kind() == Place.Kind.UNIT)
                .toList();
    }
}
