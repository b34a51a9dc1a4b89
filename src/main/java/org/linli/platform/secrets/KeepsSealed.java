package org.linli.platform.secrets;

import java.util.List;

/// Says which columns of its tables are sealed, so that they are sealed anew when keys change.
public interface KeepsSealed {

    List<SealedColumn> sealed();
}
