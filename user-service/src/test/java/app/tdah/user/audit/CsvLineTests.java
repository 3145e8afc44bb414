package app.tdah.user.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvLineTests {

  @Test
  void quotesWhatNeedsIt() {
    assertThat(CsvLine.of("a", null, "b,c", "say \"hi\"", "two\nlines", 7))
        .isEqualTo("a,,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",7\r\n");
  }

  @Test
  void nothingIsAFormula() {
    assertThat(CsvLine.of("=1+1", "+1", "-1", "@sum", "\tx"))
        .isEqualTo("'=1+1,'+1,'-1,'@sum,'\tx\r\n");
  }
}
