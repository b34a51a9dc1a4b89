package org.linli.notices.audience;

import java.util.List;
import java.util.stream.Stream;
import org.linli.community.CommunityMap;
import org.linli.community.choosing.Chosen;
import org.linli.community.choosing.Whom;

/// Why somebody is in an audience: the parts of it that are true of them. Pure.
record Reasons(Names names, CommunityMap map) {

    List<String> why(Whom whom, Chosen it) {
        return parts(whom, it).distinct().toList();
    }

    private Stream<String> parts(Whom whom, Chosen it) {
        return !it.isAmong(whom, map)
                ? Stream.empty()
                : switch (whom) {
                    case Whom.All(var parts) -> parts.stream().flatMap(part -> parts(part, it));
                    case Whom.Any(var parts) -> parts.stream().flatMap(part -> parts(part, it));
                    case Whom.Not(Whom.Not(var part)) -> parts(part, it);
                    case Whom.Not(var part) ->
                        Stream.of(names.called(part))
                                .filter(name -> !name.isEmpty())
                                .map(name -> "非" + name);
                    case Whom.Everybody _, Whom.LivesIn _, Whom.Tagged _, Whom.InGroup _, Whom.TookPart _ ->
                        Stream.of(names.called(whom));
                };
    }
}
