package org.linli.understanding;

import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is learnt besides the files of examples: a change that people decided on, laid over whatever they say. Nothing
/// until it is laid.
@Component
public class AlsoLearnt {

    private record Laid(
            UnaryOperator<SortedMap<String, String>> change,
            SortedMap<String, String> over,
            SortedMap<String, String> result) {}

    private volatile UnaryOperator<SortedMap<String, String>> change = UnaryOperator.identity();
    private volatile @Nullable Laid last;

    /// In use within seconds, in place of the one before.
    ///
    /// @param change of all files, text by path; pure, and the same each time
    public void lay(UnaryOperator<SortedMap<String, String>> change) {
        this.change = change;
    }

    /// The files as they are learnt. Costs nothing while neither they nor the change are others.
    public SortedMap<String, String> over(SortedMap<String, String> files) {
        var now = change;
        var known = last;
        if (known != null && known.change() == now && known.over().equals(files)) {
            return known.result();
        }
        var result = now.apply(files);
        last = new Laid(now, files, result);
        return result;
    }
}
