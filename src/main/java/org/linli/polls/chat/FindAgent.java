package org.linli.polls.chat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.polls.Poll;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Whom somebody means by a name or by what they are called: `王芳`, `李阿姨`, `老赵`.
@Component
class FindAgent {

    private static final Pattern CALLED =
            Pattern.compile("^(?:老|小)?([\\p{IsHan}]{1,2}?)(?:阿姨|叔叔|大叔|大爷|大妈|大姐|大哥|奶奶|爷爷|师傅|老师|先生|女士|姐|哥|叔|婶|姨)?$");

    private final Communities communities;
    private final Residents residents;

    FindAgent(Communities communities, Residents residents) {
        this.communities = communities;
        this.residents = residents;
    }

    /// Verified ones who live where the vote is. Whoever bears the very name comes before those of that surname. Never
    /// empty; the list may be.
    ///
    /// @param where in or below which they live, as was said; `null`: anywhere
    Mono<List<Resident>> named(Poll poll, String name, @Nullable Place where) {
        return communities
                .map(poll.community())
                .flatMapMany(map -> Flux.fromStream(
                                (where == null ? map.place(poll.electorate().place()) : Optional.of(where)).stream())
                        .flatMap(place -> residents.ofPlace(poll.community(), place)))
                .filter(Resident::verified)
                .collectList()
                .map(all -> {
                    var same = all.stream().filter(it -> name.equals(it.name())).toList();
                    return same.isEmpty()
                            ? all.stream().filter(it -> isCalled(it, name)).toList()
                            : same;
                });
    }

    private static boolean isCalled(Resident it, String called) {
        var found = CALLED.matcher(called);
        String name = it.name();
        return name != null
                && found.matches()
                && called.length() > found.group(1).length()
                && name.startsWith(found.group(1));
    }
}
