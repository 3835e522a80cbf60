the quick brown fox
CREATE TABLE good (id int);
}{ @@ %%
