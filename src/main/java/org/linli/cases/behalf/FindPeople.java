package org.linli.cases.behalf;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.linli.cases.Sight;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.community.Located;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.community.ResidentRegister;
import org.linli.community.Residents;
import org.linli.understanding.Understand;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Finds residents by what somebody says of themselves: a name, where they live, or the number they call from.
@Component
public class FindPeople {

    private static final int MOST = 20;
    private static final int SHORTEST = 2;
    private static final Pattern PHONE = Pattern.compile("\\d{7,12}");

    private final Residents residents;
    private final ResidentRegister register;
    private final Understand understand;
    private final KeptCallers callers;
    private final DatabaseClient database;
    private final Clock clock;

    FindPeople(
            Residents residents,
            ResidentRegister register,
            Understand understand,
            KeptCallers callers,
            DatabaseClient database,
            Clock clock) {
        this.residents = residents;
        this.register = register;
        this.understand = understand;
        this.callers = callers;
        this.database = database;
        this.clock = clock;
    }

    /// Those whom this staff member may know of, not more than twenty; none for less than two characters.
    public Flux<Resident> find(Sight sight, CommunityMap map, String words) {
        String said = words.strip();
        if (said.length() < SHORTEST) {
            return Flux.empty();
        }
        String digits = Telephone.digits(said);
        var found = PHONE.matcher(digits).matches() ? byPhone(map, digits) : byWords(sight, map, said);
        return found.filter(it -> mayKnow(sight, it)).take(MOST);
    }

    public static boolean mayKnow(Sight sight, Resident it) {
        return sight.all() || (it.home() != null && sight.places().contains(it.home()));
    }

    /// Those for whom something was entered by that number before.
    private Flux<Resident> byPhone(CommunityMap map, String phone) {
        return database.sql(
                        "select distinct resident from cases.on_behalf where community_id = :community and resident is not null and "
                                + KeptCallers.SAME_PHONE)
                .bind("community", map.id().value())
                .bind("phone", phone)
                .bind("prints", callers.prints(map.id(), phone))
                .mapValue(String.class)
                .all()
                .concatMap(it -> residents.byId(map.id(), it));
    }

    private Flux<Resident> byWords(Sight sight, CommunityMap map, String said) {
        var named = understand.understand(said, false, now()).entities();
        return map.locate(named.building(), named.unit(), named.room(), null)
                        instanceof Located.Found(Place home, var _)
                ? residents.ofPlace(map.id(), home)
                : register.page(new ResidentRegister.Wanted(map.id(), sight.all(), sight.places(), said), 0)
                        .flatMapIterable(ResidentRegister.Page::residents);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), SpokenTime.ZONE);
    }
}
