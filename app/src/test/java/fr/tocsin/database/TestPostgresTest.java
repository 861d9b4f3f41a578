package fr.tocsin.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @Test
    void everyTestHasADatabaseOfItsOwn() {
        var one = TestPostgres.freshDatabase();
        var other = TestPostgres.freshDatabase();

        one.jdbc().sql("CREATE TABLE mine (id int)").update();

        assertThat(TestPostgres.tables(one.dataSource())).contains("mine");
        assertThat(TestPostgres.tables(other.dataSource())).doesNotContain("mine");
    }

    @Test
    void emptyingLeavesTheTablesAndTakesTheirRows() {
        var database = TestPostgres.freshDatabase();
        database.jdbc().sql("CREATE TABLE mine AS SELECT 1 AS id").update();

        database.empty();

        assertThat(database.jdbc().sql("SELECT id FROM mine").query().listOfRows()).isEmpty();
    }
}
