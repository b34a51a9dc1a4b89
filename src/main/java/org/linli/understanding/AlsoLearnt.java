package org.linli.understanding;

import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is learnt besides the files of examples: a change that people decided on, laid over whatever they say. Nothing
/// until it is laid.
@Component
public class AlsoLearnt {

    private volatile UnaryOperator<SortedMap<String, String>> change = UnaryOperator.identity();

    /// In use within seconds, in place of the one before.
    ///
    /// @param change of all files, text by path; pure, and the same each time
    public void lay(UnaryOperator<SortedMap<String, String>> change) {
        this.change = change;
    }

    /// The files as they are learnt.
    public SortedMap<String, String> over(SortedMap<String, String> files) {
        return change.apply(files);
    }
}
