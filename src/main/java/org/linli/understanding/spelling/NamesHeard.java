package org.linli.understanding.spelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds whose name a text has in it, though it is misspelt: 小抄市 is 小超市, 幸福里小曲 is 幸福里小区.
///
/// Names are kept by each two syllables that follow one another. One mistake leaves at least two such in place, so that
/// a text is compared with the few names only that it shares a pair with, however many there are.
///
/// @param <T> who or what bears the names
public final class NamesHeard<T> {

    /// 东门 sounds like too many other things.
    private static final int SHORTEST = 3;

    /// Of shorter names another one may be just one syllable away.
    private static final int SHORTEST_WITH_A_MISTAKE = 5;

    private record Known<T>(int turn, T bearer, Syllables name, int mistakes) {}

    private final Map<String, List<Known<T>>> byPair = new HashMap<>();

    /// @param names of each of them
    public NamesHeard(List<T> bearers, Function<T, Stream<String>> names) {
        IntStream.range(0, bearers.size())
                .forEach(turn -> names.apply(bearers.get(turn))
                        .filter(name -> name.length() >= SHORTEST)
                        .forEach(name -> keep(known(turn, bearers.get(turn), name))));
    }

    /// In the order in which they were given, each once.
    public List<T> in(String text) {
        var heard = Syllables.of(Simplified.of(text));
        var found = new TreeMap<Integer, T>();
        heard.pairs()
                .flatMap(pair -> byPair.getOrDefault(pair, List.of()).stream())
                .filter(it -> !found.containsKey(it.turn()) && heard.has(it.name(), it.mistakes()))
                .forEach(it -> found.put(it.turn(), it.bearer()));
        return List.copyOf(found.values());
    }

    private static <T> Known<T> known(int turn, T bearer, String name) {
        int mistakes = name.length() >= SHORTEST_WITH_A_MISTAKE ? 1 : 0;
        return new Known<>(turn, bearer, Syllables.of(Simplified.of(name)), mistakes);
    }

    private void keep(Known<T> known) {
        known.name()
                .pairs()
                .forEach(pair ->
                        byPair.computeIfAbsent(pair, _ -> new ArrayList<>()).add(known));
    }
}
